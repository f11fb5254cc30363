/** A button that tries out what the dialog holds, deployed or not. */
const trial = {
  /**
   * @param node whose dialog is open
   * @param button id of the button
   * @param place id of the element for what came of it
   * @param address relative to the editor
   * @param body gives what is posted
   * @param done gives the elements that show an answer
   * @param isGood tells whether nothing is to be changed after it
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
