// The web room: server-rendered pages over the figures of `Numbers`.
export { createWebServer, type WebServerOptions } from './server.ts';
export { routes } from './routes.ts';
export type { ReviewParts } from './review-plugin.ts';
export { type Access, type ReviewRoute, reviewRoutes } from './review-routes.ts';
