# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    COLUMN_INCHES_DATA=/data \
    COLUMN_INCHES_HOST=0.0.0.0 \
    COLUMN_INCHES_PORT=8080
WORKDIR /app
COPY --from=modules /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/crawlers/outlets ./crawlers/outlets
COPY --from=build /app/db/register ./db/register
COPY --from=build /app/src/web/assets ./src/web/assets
COPY package.json LICENSE METHOD.md METHOD.vi.md ./
COPY --from=build /app/analyzers/README.md /app/analyzers/README.vi.md ./analyzers/
RUN chmod 755 dist/src/main.js && ln -s /app/dist/src/main.js /usr/local/bin/column-inches
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.COLUMN_INCHES_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/src/main.js", "start"]
