'use strict';

/**
 * Lets a program ask the Node-RED that it has started for data inside that process. GET /inside/NAME?KEY=VALUE below the editor's
 * address returns the result of `tools.NAME({ KEY: 'VALUE' })` as JSON. For a settings file.
 */
exports.openInside = (settings, tools) => {
  settings.httpAdminMiddleware = (request, response, next) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const [, root, name] = pathname.split('/');
    const tool = root === 'inside' ? tools[name] : undefined;
    if (tool === undefined) return next();
    // The tools count connections, so this one is closed.
    response.setHeader('Connection', 'close');
    Promise.resolve(Object.fromEntries(searchParams)).then(tool).then(
      (answer) => response.end(JSON.stringify(answer ?? null)),
      (error) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  };
};
