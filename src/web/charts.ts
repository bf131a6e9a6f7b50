// The pages' one door to pictures, colours and number formats.
export * from '../publish/index.ts';
