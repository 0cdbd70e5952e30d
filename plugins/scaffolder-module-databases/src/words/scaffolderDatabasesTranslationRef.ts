/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * The words of the form and of its result page.
 *
 * @public
 */
export const scaffolderDatabasesTranslationRef = createTranslationRef({
  id: 'plugin.scaffolder-databases',
  messages: {
    service: {
      label: 'Service',
      description: 'The component that needs a database. Type to search.',
      placeholder: 'Search services',
      yours: 'Yours',
      others: 'All services',
      owner: 'Owner: {{owner}}. The owner of the database is taken from here.',
      noOwner:
        'This service has no owner in the catalog. Give it one first: a database needs somebody who answers for it.',
      loading: 'Searching services',
      failed: 'The catalog could not be searched',
      requestsFailed: 'Open requests could not be looked up',
      openRequest: 'There is an open request for this service',
      openRequestBy: 'Asked by {{requester}} for {{environments}}. {{summary}}',
      notAsked: '{{target}} could not be asked: {{error}}',
    },
    target: {
      label: 'Target',
      description: 'The pair of repositories that the pull requests go to.',
      placeholder: 'Choose a target',
      loading: 'Loading targets',
      failed: 'The targets could not be loaded',
      none: 'No target is configured',
      noneRemedy:
        'Ask whoever runs this portal to add one under databases.targets in app-config.',
      broken: 'Target {{id}} is not usable: {{error}}',
      repositories: 'Pull requests go to {{platform}} and {{app}}.',
      layout: 'Their layout: {{title}}.',
      layoutShown: 'Their layout, as their files show it: {{title}}.',
      layoutOpen:
        'Their files decide where everything goes: the preview shows it, and names may still change until then.',
      choose: 'Choose a target first.',
    },
    app: {
      label: 'App key',
      description: 'Every name is derived from it, such as {{example}}.',
    },
    environments: {
      label: 'Environments',
      description: 'Where the service needs a database, and how large.',
      production: 'Production',
      wanted: 'A database in {{environment}}',
      cluster: 'Where it runs in {{environment}}',
      ownCluster: 'A cluster of its own',
      ownClusterMeans:
        'Its own instances, storage and backups; nobody else can slow it down.',
      sharedCluster: 'In the shared cluster {{cluster}}',
      sharedClusterMeans:
        'A database and a role in {{namespace}}/{{cluster}}. Instances, storage, version and backups are those of the cluster.',
      inChart: "In the app's chart, as a proof of concept",
      inChartMeans:
        'For trying something out: no backups, no failover, and it goes with the release of the app.',
      size: 'Size in {{environment}}',
      sizeMeans_one:
        '{{count}} instance, {{storage}} storage, {{cpu}} CPU, {{memory}} memory',
      sizeMeans_other:
        '{{count}} instances, {{storage}} storage, {{cpu}} CPU, {{memory}} memory',
      storage: 'Storage in {{environment}}',
      storageDescription:
        'Left empty: {{storage}}, as the size says. It can grow later, never shrink.',
      storageWrong:
        '"{{storage}}" is not a Kubernetes quantity. Write {{suggestion}}.',
      backup: 'Backups in {{environment}}',
      noBackupStore:
        'This target does not say where backups go, so there can be none.',
      productionWithoutBackup:
        'Production without backups: data that is lost stays lost. The policy asks for a waiver.',
      schedule: 'Backup schedule in {{environment}}',
      scheduleDaily: 'Every day at {{time}} UTC',
      scheduleWeekly: 'Every {{day}} at {{time}} UTC',
      scheduleHourly: 'Every hour',
      scheduleOther: 'Six fields, seconds first, in UTC',
      retention: 'Keep backups in {{environment}} for',
      retentionDescription:
        'A number and d, w or m: 30d is 30 days. Any moment of that time can be restored.',
      pooler: 'Connection pooler (PgBouncer) in {{environment}}',
      choose: 'Choose at least one environment.',
      wrong: '{{environment}}: {{problem}}',
    },
    credentials: {
      title: 'Keys of the object store for backups',
      description:
        'This target does not have them. They are encrypted with the database’s own secrets and stored nowhere else; after a reload you have to give them again.',
      accessKeyId: 'Access key ID',
      secretAccessKey: 'Secret access key',
      missing: 'The keys of the object store for backups are missing.',
    },
    version: {
      label: 'PostgreSQL version',
      description: 'The image is pinned by the target.',
    },
    reason: {
      label: 'Reason',
      description: 'Why the database is needed. The reviewers read it.',
    },
    extras: {
      label: 'Further databases',
      description:
        'Logical databases beside the main one, in the same cluster.',
      add: 'Add a database',
      name: 'Name of database {{number}}',
      extensions: 'Extensions of database {{number}}',
      extensionsDescription: 'Separated by commas, such as pg_trgm, hstore.',
      remove: 'Remove database {{number}}',
    },
    names: {
      label: 'Names',
      description:
        'As the target’s conventions make them. Change one only where something exists under another name.',
      of: 'Names in {{environment}}',
      derived: 'Left empty: {{name}}',
      wrong: 'These names do not work yet',
      appNamespace: 'Namespace of the app',
      databasesNamespace: 'Namespace of the database',
      cluster: 'CNPG cluster',
      database: 'Database',
      owner: 'Owner role',
      bootstrapSecret: 'Bootstrap secret',
      runtimeSecret: 'Runtime secret',
      databaseApplication: 'Argo CD Application of the database',
      appApplication: 'Argo CD Application of the app',
      takenLater:
        'Whether a name is taken already is seen in the preview, which looks into both repositories.',
      incomplete: 'Choose a service and environments first.',
    },
    review: {
      title: 'Preview of both pull requests',
      loading: 'Making the preview from the repositories as they are now',
      refreshing: 'Making a new preview; below is the last one',
      ready_one: 'Preview ready: {{count}} file',
      ready_other: 'Preview ready: {{count}} files',
      failed: 'There is no preview',
      lastGood: 'Below is the last preview. It does not count any more.',
      retry: 'Try again',
      blocked: 'This cannot be created yet',
      allowed: 'Nothing stands in the way',
      policy: 'Policy',
      policyPassed: 'All policy rules passed.',
      waived: 'Waived: {{reason}}',
      waivedUntil: 'Waived until {{until}}: {{reason}}',
      severity: {
        error: 'Stops',
        warning: 'Warning',
        info: 'Note',
        waived: 'Allowed this once',
      },
      todo: 'To do by hand in the {{repository}} repository',
      note: 'About the {{repository}} repository',
      mustWait: 'Wait for the preview before you go on.',
      mustMend: 'Mend what stops it first: {{blocker}}',
      mustAgain:
        'Something was changed since this preview. Wait for the new one.',
      nothing: 'Nothing changes: both repositories are as wanted.',
    },
    conventions: {
      title: 'Done as these repositories do it: {{number}}',
      from: {
        files: 'as {{files}} of the {{repository}} repository',
        configuration: 'as the target is configured',
        usual: 'no file shows it: as most houses do',
      },
    },
    entries: {
      source: {
        'vault-static':
          'Passwords are kept in Vault; its operator brings them to the database and the app.',
        'external-secret':
          'Passwords are kept in a secret store; External Secrets brings them to the database and the app.',
        'operator-generated':
          'CloudNativePG makes the passwords; External Secrets brings them to the app.',
      },
      title:
        'Before the first merge, for {{environment}}: fill {{entry}} in {{store}}',
      keys: 'It needs the keys {{keys}}.',
      random:
        'Give each a random value of letters and digits, and show it to nobody.',
      command: 'This makes random values and shows them to nobody:',
    },
    pull: {
      repository: { platform: 'Platform repository', app: 'App repository' },
      title: '{{number}}. {{repository}}',
      draft: 'Draft until the platform one is merged',
      ready: 'Ready for review',
      updates: 'Updates the open pull request #{{number}}',
      inTheWay: 'Pull request #{{number}} by {{requester}} is in the way',
      somebody: 'somebody else',
      reviewers: 'Will be asked to review: {{reviewers}}',
      noReviewers: 'CODEOWNERS names no reviewers.',
      approval:
        'Must approve by the rule “{{rule}}”: {{required}} of {{approvers}}',
      approvalOfAnybody:
        'Must approve by the rule “{{rule}}”: {{required}}, whoever may',
      files_one: '{{count}} file',
      files_other: '{{count}} files',
      unchanged_one: '{{count}} more is right already',
      unchanged_other: '{{count}} more are right already',
      body: 'Description',
    },
    file: {
      change: { create: 'New', edit: 'Edited', none: 'Unchanged' },
      changes: 'Changes in {{path}}',
      secret: 'Encrypted secret',
      recipients: 'Encrypted for {{recipients}}',
      sealed: 'Sealed for the controller whose certificate is in {{from}}',
      uncovered: 'No encryption rule covers it: {{reason}}',
      kept: 'An encrypted file of this name exists and is kept.',
    },
    tokens: {
      title: 'Your own account is needed',
      description:
        'This portal opens pull requests in your name. Sign in to {{hosts}} to see the preview.',
      signIn: 'Sign in to {{host}}',
      failed: 'The sign-in did not work: {{error}}',
    },
    waivers: {
      label: 'Waivers',
      description:
        'Rules that may be broken this once. The pull requests say so, with your reason.',
      waive: 'Break the rule “{{rule}}” this once',
      reason: 'Why “{{rule}}” may be broken',
      until: 'Until which day',
      untilDescription: 'YYYY-MM-DD; left empty: without end.',
      needsReason: 'Say why “{{rule}}” may be broken.',
    },
    result: {
      title: 'Both pull requests are open',
      titleOne: 'The pull request is open',
      titlePartlyMerged: 'One pull request is merged, the other one is open',
      titleMerged: 'Everything is merged already',
      nothing: 'Nothing had to be changed',
      nothingDescription:
        'Both repositories are as wanted, so no pull request was opened.',
      order: 'Merge them in this order',
      draft: 'Draft',
      ready: 'Ready for review',
      merged: 'Merged',
      outcome: {
        created: 'opened',
        updated: 'updated',
        unchanged: 'was as wanted',
        merged: 'merged already',
      },
      next: 'What to do next',
      nextPlatform: 'Have the platform pull request reviewed and merge it.',
      nextWait:
        'Wait until Argo CD has synced the secrets and the database is up.',
      nextApp: 'Mark the app pull request as ready for review and merge it.',
      nextTab: 'See in the Databases tab of the service whose turn it is.',
      databases: 'Databases',
      host: '{{database}} at {{host}}',
      toTab: 'Databases of {{service}}',
    },
  },
});
