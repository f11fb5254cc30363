/** A button that tests the settings in the dialog, even before they are deployed. */
const trial = {
  /**
   * @param node the node whose dialog is open
   * @param button id of the button
   * @param place id of the element for the outcome
   * @param address of the request, relative to the editor
   * @param body returns the object to post
   * @param done returns the elements that show an answer
   * @param isGood whether the answer means that the settings need no change
   */
  prepare({ node, button, place, address, body, done, isGood = () => true }) {
    const press = $('#' + button);
    const outcome = $('#' + place).attr({ role: 'status', 'aria-live': 'polite' });
    const show = (look, elements) => outcome.attr('data-look', look).empty().append(elements).show();
    press.on('click', () => {
      press.prop('disabled', true);
      show('busy', $('<p>').text(node._('trial.running')));
      $.ajax({ url: address, type: 'POST', contentType: 'application/json', data: JSON.stringify(body()) })
        .done((answer) => show(isGood(answer) ? 'done' : 'advice', done(answer)))
        .fail((request) => show('failed', $('<p>').text(reply.failureOf(node, request))))
        .always(() => press.prop('disabled', false));
    });
  },
};
