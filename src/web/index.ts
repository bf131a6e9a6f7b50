// The web room: server-rendered pages over the figures of `Numbers`.
export { createWebServer, type WebServerOptions } from './server.ts';
export { type RoutePath, routes, type WebRoute } from './routes.ts';
