/** Reading pages: articles, and the stories of section and front pages. */
export { type ExtractOptions, extractArticle } from './article.ts';
export { storyLinks } from './story-links.ts';
