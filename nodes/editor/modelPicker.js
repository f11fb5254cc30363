/** Shows a list of the installed models below the field `model`, with facts about the chosen one. */
const modelPicker = {
  /** @param places ids of the elements for the list and for the facts */
  prepare(node, places) {
    const choices = picker.prepare('model', places);
    const percent = (share) => Math.round(100 * share) + ' %';
    const factsOf = ({ description, agreement, otherSentencesPassed, licence }) => [
      agreement !== null && [node._('models.agreement'), agreement.toFixed(2)],
      otherSentencesPassed !== null && [node._('models.otherSentences'), percent(otherSentencesPassed)],
      [node._('models.licence'), licence],
      ['', description],
    ].filter(Boolean);
    const itemOf = (model) => ({ value: model.name, text: model.name, note: model.title, facts: factsOf(model) });
    $.getJSON('pronunciation/models')
      .done((models) => choices.show(models.map(itemOf)))
      .fail((request) => choices.tell(reply.failureOf(node, request)));
  },
};
