// Every page, one file each; adding one = a file, a line here and its route.
export { ChallengePage, TakedownPage } from './challenge.tsx';
export { ComparePage } from './compare.tsx';
export { CorrectionsPage } from './corrections.tsx';
export { DataPage } from './data.tsx';
export { ExportPage } from './export.tsx';
export { type FailureKind, FailurePage } from './failure.tsx';
export { GapsPage } from './gaps.tsx';
export { ItemPage } from './item.tsx';
export { MethodPage, type MethodText } from './method.tsx';
export { OutletPage } from './outlet.tsx';
export { OverviewPage } from './overview.tsx';
export { PersonPage } from './person.tsx';
export { PostPage } from './post.tsx';
export { RequestStatePage } from './request-state.tsx';
export { SearchPage } from './search.tsx';
export { SnapshotPage } from './snapshot.tsx';
export { StoryPage } from './story.tsx';
