/** Reading pages: articles, and the stories of section and front pages. */
export { type ExtractOptions, extractArticle } from './article.ts';
export { type StoryLink, type StoryLinkOptions, storyLinks } from './story-links.ts';
