// Every page, one file each; adding one = a file, a line here and its route.
export { AccountPage } from './account.tsx';
export { AccuracyPage } from './accuracy.tsx';
export { AdminPage, AdminReviewPage, AdminTrailPage, AdminUsersPage } from './admin.tsx';
export { CodingPage } from './coding.tsx';
export { CodingTaskPage, DisputePage, DisputesPage } from './coding-task.tsx';
export { type FailureKind, FailurePage } from './failure.tsx';
export { ItemPage } from './item.tsx';
export { MethodPage, type MethodText } from './method.tsx';
export { OutletPage } from './outlet.tsx';
export { OverviewPage } from './overview.tsx';
export { PersonPage } from './person.tsx';
export { PostPage } from './post.tsx';
export { JoinPage, SignInPage } from './session.tsx';
export { SnapshotPage } from './snapshot.tsx';
