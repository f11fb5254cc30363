/** Node-RED's answers to a dialog, in the editor's language. */
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

  /** The same as a short status. */
  statusOf(node, { code }) {
    return node._('errors.' + code + '.status');
  },

  /** A failed request as a sentence. @param request jQuery's */
  failureOf(node, request) {
    const failure = request.responseJSON;
    if (failure && failure.code) return reply.sentenceOf(node, failure);
    if (request.status === 401 || request.status === 403) return node._('reply.forbidden');
    return node._('reply.none');
  },
};
