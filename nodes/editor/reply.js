/** What Node-RED answers to a dialog, in the words of the editor's language. */
const reply = {
  /** A failure of ours, {code, details, message}, as a sentence. */
  sentenceOf(node, { code, details, message }) {
    const key = 'errors.' + code + '.sentence';
    const sentence = node._(key);
    return sentence.endsWith(key) ? message : reply.filled(node, sentence, details);
  },

  /** A sentence with its places filled. A detail may be a phrase of ours, or several, translated as well. */
  filled(node, sentence, details) {
    const words = (detail) => {
      if (Array.isArray(detail)) return detail.map(words).join(', ');
      return detail && detail.phrase ? reply.filled(node, node._('phrases.' + detail.phrase), detail.details) : String(detail);
    };
    return sentence.replace(/\{(\w+)\}/g, (place, name) => (name in details ? words(details[name]) : place));
  },

  /** The same in a few words. */
  statusOf(node, { code }) {
    return node._('errors.' + code + '.status');
  },

  /** A failed request as a sentence. @param request jQuery's */
  failureOf(node, request) {
    const told = request.responseJSON;
    if (told && told.code) return reply.sentenceOf(node, told);
    if (request.status === 401 || request.status === 403) return node._('reply.forbidden');
    return node._('reply.none');
  },
};
