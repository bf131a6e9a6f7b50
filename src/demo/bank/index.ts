import { cityBank } from './city.ts';
import { economyBank } from './economy.ts';
import { parseBank, type StoryKind } from './parse.ts';
import { politicsBank } from './politics.ts';
import { societyBank } from './society.ts';
import { specialBank } from './special.ts';
import { weatherBank } from './weather.ts';

let kinds: readonly StoryKind[] | null = null;

/** Every kind of story the newsrooms can write, read once. */
export function storyKinds(): readonly StoryKind[] {
  kinds ??= parseBank(
    [weatherBank, politicsBank, cityBank, societyBank, economyBank, specialBank].join('\n'),
  );
  return kinds;
}
