// The web room: server-rendered pages over the figures of `Numbers`.
export { usualKeeping } from './kept-pages.ts';
export { createWebServer, type WebServerOptions } from './server.ts';
export { routes } from './routes.ts';
export { reviewRoutes } from './review-routes.ts';
