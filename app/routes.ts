import { index, layout, route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the product, on one page. */
export default [
  index('routes/_index.tsx'),
  route('language', 'routes/language.tsx'),

  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/new-password', 'routes/sign-in.new-password.tsx'),
  route('sign-in/second-factor', 'routes/sign-in.second-factor.tsx'),
  route('sign-in/second-factor-reset', 'routes/sign-in.second-factor-reset.tsx'),
  route('sign-in/enrol', 'routes/sign-in.enrol.tsx'),
  route('sign-in/again', 'routes/sign-in.again.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('files/:versionId', 'routes/files.$versionId.tsx'),
  route('tasks/export', 'routes/tasks.export.tsx'),
  route('units/:unitId/urging-letter', 'routes/units.$unitId.urging-letter.tsx'),
  route('units', 'routes/units.tsx'),
  route('tasks/exports/:exportId/file', 'routes/tasks.exports.$exportId.file.tsx'),
  route('tasks/print', 'routes/tasks.print.tsx'),
  route('admin/people-template.csv', 'routes/admin.people-template.tsx'),
  route('admin/audit.csv', 'routes/admin.audit-export.tsx'),

  layout('routes/signed-in.tsx', [
    route('account', 'routes/account.tsx'),
    route('account/sessions', 'routes/account.sessions.tsx'),
    route('account/second-factor', 'routes/account.second-factor.tsx'),
    route('account/display', 'routes/account.display.tsx'),

    route('my-work', 'routes/my-work.tsx'),
    route('my-work/:tab', 'routes/my-work.$tab.tsx'),

    route('directives', 'routes/directives.tsx'),
    route('directives/new', 'routes/directives.new.tsx'),
    route('directives/:directiveId', 'routes/directives.$directiveId.tsx'),
    route('directives/:directiveId/source', 'routes/directives.$directiveId.source.tsx'),
    route('directives/:directiveId/issue', 'routes/directives.$directiveId.issue.tsx'),

    route('tracking', 'routes/tracking.tsx'),
    route('tasks', 'routes/tasks.tsx'),
    route('tasks/selection', 'routes/tasks.selection.tsx'),
    route('bulk-acts/:bulkActId', 'routes/bulk-acts.$bulkActId.tsx'),
    route('tasks/exports/new', 'routes/tasks.exports.new.tsx'),
    route('tasks/exports/:exportId', 'routes/tasks.exports.$exportId.tsx'),
    route('tasks/:taskId', 'routes/tasks.$taskId.tsx'),
    route('tasks/:taskId/draft', 'routes/tasks.$taskId.draft.tsx'),
    route('tasks/:taskId/acts/:act', 'routes/tasks.$taskId.acts.$act.tsx'),
    ...[
      'changeContent',
      'changeDueDay',
      'changeFollower',
      'addSupporters',
      'reassign',
      'recordOutsideDecision',
      'reopen',
    ].map((act) => route(`tasks/:taskId/acts/${act}`, `routes/tasks.$taskId.acts.${act}.tsx`)),
    ...['receive', 'hand-on', 'progress', 'report', 'send-back', 'extension-request'].map((act) =>
      route(
        `tasks/:taskId/assignments/:assignmentId/${act}`,
        `routes/tasks.$taskId.assignments.$assignmentId.${act}.tsx`,
      ),
    ),
    route(
      'tasks/:taskId/assignments/:assignmentId/acts/:act',
      'routes/tasks.$taskId.assignments.$assignmentId.acts.$act.tsx',
    ),
    route(
      'tasks/:taskId/extension-requests/:requestId/:act',
      'routes/tasks.$taskId.extension-requests.$requestId.$act.tsx',
    ),

    route('admin', 'routes/admin.tsx', [
      index('routes/admin._index.tsx'),
      route('people', 'routes/admin.people.tsx'),
      route('people/new', 'routes/admin.people.new.tsx'),
      route('people/import', 'routes/admin.people.import.tsx'),
      route('people/:personId', 'routes/admin.people.$personId.tsx'),
      route('people/:personId/edit', 'routes/admin.people.$personId.edit.tsx'),
      route('people/:personId/account', 'routes/admin.people.$personId.account.tsx'),
      route('people/:personId/posts/new', 'routes/admin.people.$personId.posts.new.tsx'),
      route('people/:personId/posts/:postId/end', 'routes/admin.people.$personId.posts.$postId.end.tsx'),
      route('people/:personId/charges/new', 'routes/admin.people.$personId.charges.new.tsx'),
      route('people/:personId/charges/:chargeId/end', 'routes/admin.people.$personId.charges.$chargeId.end.tsx'),
      route('units', 'routes/admin.units.tsx'),
      route('units/new', 'routes/admin.units.new.tsx'),
      route('units/:unitId', 'routes/admin.units.$unitId.tsx'),
      route('units/:unitId/end', 'routes/admin.units.$unitId.end.tsx'),
      route('grants', 'routes/admin.grants.tsx'),
      route('second-factor', 'routes/admin.second-factor.tsx'),
      route('audit', 'routes/admin.audit.tsx'),
    ]),
  ]),
] satisfies RouteConfig
