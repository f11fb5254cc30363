/** Where a pool's messages go. @param root of the pool, such as `pron/pool`; without wildcards */
export function topicsOf(root: string) {
  return {
    /** Requests to whoever is free. @param set the set of models that must answer */
    ask: (set: string) => `${root}/ask/${set}`,
    /** The same as a shared subscription (MQTT 5, 4.8.2): each request reaches one worker. */
    shared: (set: string) => `$share/pron/${root}/ask/${set}`,
    /** A worker's announcement, retained. */
    worker: (id: string) => `${root}/worker/${id}`,
    anyWorker: `${root}/worker/+`,
    /** Requests to one worker, and references that it has asked for. */
    askOne: (id: string) => `${root}/at/${id}/ask`,
    reference: (id: string) => `${root}/at/${id}/reference`,
    /** Answers to one client of a seat. */
    answers: (seat: string, client: string) => `${root}/to/${seat}/${client}`,
    isAnswers: (topic: string) => topic.startsWith(`${root}/to/`) && /^[^+#\0/]{1,64}\/[\w-]{1,40}$/.test(topic.slice(root.length + 4)),
  };
}
