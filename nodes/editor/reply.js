/** Shows Node-RED's answers to a dialog in the editor's language. */
const reply = {
  /** A sentence for a failure of this package, {code, details, message}. */
  sentenceOf(node, { code, details, message }) {
    const key = 'errors.' + code + '.sentence';
    const sentence = node._(key);
    return sentence.endsWith(key) ? message : reply.filled(node, sentence, details);
  },

  /** A sentence with its placeholders filled. Details that are phrases of this package, or lists of them, are translated. */
  filled(node, sentence, details) {
    const words = (detail) => {
      if (Array.isArray(detail)) return detail.map(words).join(', ');
      return detail && detail.phrase ? reply.filled(node, node._('phrases.' + detail.phrase), detail.details) : String(detail);
    };
    return sentence.replace(/\{(\w+)\}/g, (place, name) => (name in details ? words(details[name]) : place));
  },

  /** A short status for such a failure. */
  statusOf(node, { code }) {
    return node._('errors.' + code + '.status');
  },

  /** A sentence for a failed request. @param request a jqXHR object of jQuery */
  failureOf(node, request) {
    const failure = request.responseJSON;
    if (failure && failure.code) return reply.sentenceOf(node, failure);
    if (request.status === 401 || request.status === 403) return node._('reply.forbidden');
    return node._('reply.none');
  },
};
