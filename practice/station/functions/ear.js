// Tells every page while the ear is loading: then the first score takes longer.
const isLoading = msg.status.key === 'loading';
if (isLoading === (flow.get('earIsLoading') ?? false)) return null;
flow.set('earIsLoading', isLoading);
return { topic: 'ear', payload: isLoading };
