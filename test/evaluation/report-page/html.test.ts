import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { html, trusted } from '../../../evaluation/report-page/html';

describe('Markup of the page', () => {
  it('escapes every value, for text and for quoted attributes', () => {
    const evil = `<script>"a" & 'b'</script>`;
    assert.equal(
      html`<p title="${evil}">${evil}</p>`.text,
      '<p title="&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;">&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;</p>',
    );
  });

  it('takes markup as it is, alone and in lists', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    assert.equal(html`<ul>${items}</ul>${trusted('<hr>')}${3}`.text, '<ul><li>a</li><li>&lt;b&gt;</li></ul><hr>3');
  });
});
