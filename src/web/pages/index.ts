// Every page, one file each; adding one = a file, a line here and its route.
export { DataPage } from './data.tsx';
export { ExportPage } from './export.tsx';
export { AirPage } from './air.tsx';
export { BulletinPage } from './bulletin.tsx';
export { type FailureKind, FailurePage } from './failure.tsx';
export { ItemPage } from './item.tsx';
export { MethodPage, type MethodText } from './method.tsx';
export { OutletPage } from './outlet.tsx';
export { OverviewPage } from './overview.tsx';
export { PersonPage } from './person.tsx';
export { PostPage } from './post.tsx';
export { SnapshotPage } from './snapshot.tsx';
