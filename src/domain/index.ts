// The field's words as types. This room imports nothing.
export * from './errors.ts';
export * from './time.ts';
export * from './outlet.ts';
export * from './item.ts';
export * from './register.ts';
export * from './mention.ts';
export * from './measurement.ts';
export * from './ports.ts';
export * from './figure-query.ts';
export * from './figures.ts';
export * from './front-page.ts';
export * from './front-page-figures.ts';
export * from './challenges.ts';
export * from './broadcast.ts';
export * from './open-data.ts';
export * from './publication.ts';
export * from './review.ts';
