declare module 'node-red-node-test-helper' {
  import type { Node, NodeInitializer } from 'node-red';

  interface Answer {
    readonly status: number;
    readonly body: unknown;
  }

  interface NodeTestHelper {
    init(runtimePath: string, settings?: object): void;
    settings(settings: object): object;
    load(nodes: readonly NodeInitializer[], flow: readonly object[]): Promise<void>;
    setFlows(flow: readonly object[], type?: 'full' | 'flows' | 'nodes'): Promise<void>;
    unload(): Promise<void>;
    getNode(id: string): Node | null;
    /** Talks to the admin routes. */
    request(): {
      get(path: string): PromiseLike<Answer>;
      post(path: string): PromiseLike<Answer> & { send(body: object): PromiseLike<Answer> };
    };
    startServer(): Promise<void>;
    stopServer(): Promise<void>;
  }

  const helper: NodeTestHelper;
  export = helper;
}
