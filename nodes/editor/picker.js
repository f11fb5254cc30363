/** A list below a text field. A click on an item writes its value into the field. Other texts can still be typed. */
const picker = {
  /**
   * @param name of the setting
   * @param list id of the element that holds the list
   * @param facts id of the `dl` element for facts about the choice; optional
   * @returns show(items) shows a list of {value, text} with optional `note`, `problem` and `facts`. `facts` is a list of
   *   [term, value]; the term is empty if the value is a whole sentence. tell(sentence) shows a sentence in place of the list.
   */
  prepare(name, { list, facts }) {
    const field = $('#node-input-' + name);
    const choices = $('#' + list).addClass('pron-picker').hide();
    const known = $('#' + facts).addClass('pron-facts').hide();
    let shown = [];

    const mark = () => {
      const current = shown.find(({ value }) => value === field.val());
      choices.children('button').each((i, one) => void $(one).attr('aria-pressed', String(shown[i] === current)));
      const lines = (current && current.facts) || [];
      known.empty().toggle(lines.length > 0);
      for (const [term, value] of lines) known.append(term && $('<dt>').text(term), $('<dd>').toggleClass('pron-sentence', !term).text(value));
    };
    field.on('input change', mark);

    const row = ({ value, text, note, problem }) => {
      const line = $('<button type="button">');
      $('<i class="fa">').addClass(problem ? 'fa-exclamation-triangle' : 'fa-check').appendTo(line);
      const words = $('<span>').append($('<b>').text(text)).appendTo(line);
      if (note && note !== text) words.append($('<small>').text(note));
      if (problem) words.append($('<small class="pron-problem">').text(problem));
      return line.on('click', () => field.val(value).trigger('input').trigger('change'));
    };
    return {
      show: (items) => {
        shown = items;
        choices.empty().toggle(items.length > 0).append(items.map(row));
        mark();
      },
      tell: (sentence) => choices.empty().show().append($('<p>').text(sentence)),
    };
  },
};
