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

import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/**
 * The words of the databases plugin.
 *
 * @public
 */
export const databasesTranslationRef = createTranslationRef({
  id: 'plugin.databases',
  messages: {
    answer: {
      failed: 'The databases could not be looked up',
      retry: 'Try again',
      forbidden: 'You may not see this',
      forbiddenRemedy:
        'The permission databases.read is missing. Ask whoever runs this portal.',
      lastKnown: 'Last known at {{at}}',
      lastKnownReason:
        'No newer answer arrived. What is below may have changed since.',
      lastKnownError: 'Asking again failed: {{error}}',
      missing: 'No such database',
      missingRemedy:
        'There is no database “{{id}}” that you may see. It may have been deleted, or its Kubernetes cluster is no longer watched.',
    },
    backup: {
      method: 'Method',
      lastGood: 'Last good backup',
      lastGoodKnown: 'known from {{object}}',
      lastGoodNone: 'None is known',
      nextDue: 'Next due',
      schedule: 'Schedule',
      scheduleSuspended: 'suspended',
      retention: 'Retention',
      window: 'Can be restored',
      windowFromTo: 'any moment from {{from}} to {{to}}',
      windowFrom: 'from {{from}}; until when is not known',
      proven: 'Last proven restore',
      provenNone: 'None: nothing proves that these backups can be restored',
      provenHow: {
        recovery: 'recovered into {{object}}',
        drill: 'drill {{object}}',
        declared: 'declared on {{object}}, not proven',
      },
      attempts: 'Newest attempts, oldest first',
      attempt: '{{outcome}} {{at}}',
      attemptTook: '{{outcome}} {{at}}, took {{duration}}',
      outcome: {
        completed: 'Completed',
        failed: 'Failed',
        running: 'Running',
        waiting: 'Waiting',
        unknown: 'Unknown',
      },
      failedAttempt: '{{name}} failed {{ago}}',
    },
    card: {
      overview: 'Databases',
      detail: 'Database',
      environment: 'No environment named',
      count: 'Databases: {{number}}',
      none: 'No database was found for this service.',
    },
    connect: {
      title: 'Connect',
      host: 'Host',
      port: 'Port',
      database: 'Database',
      secret: 'Secret',
      secretKeys: 'Keys',
      namesOnly: 'Names only. This page never reads a value.',
    },
    copy: {
      command: 'Copy the command',
      evidence: 'Copy the evidence',
      done: 'Copied',
      failed: 'Could not copy',
    },
    coverage: {
      title: 'Not everything can be seen',
      gap: {
        kubernetes: 'Kubernetes cluster {{name}}',
        git: 'Repository {{name}}',
        vault: 'Vault {{name}}',
        metrics: 'Metrics of Kubernetes cluster {{name}}',
      },
      // The answer tells it in English; other languages put it into words first.
      reason: {
        syncing: '{{message}}',
        absent: '{{message}}',
        forbidden: '{{message}}',
        unauthorized: '{{message}}',
        unreachable: '{{message}}',
        failing: '{{message}}',
        omitted: '{{message}}',
        'on-demand': '{{message}}',
      },
      kinds: 'Kinds: {{kinds}}.',
      manyKinds: 'Kinds that cannot be seen ({{number}})',
      namespaces:
        'Read instead, each by itself: the namespaces {{namespaces}}.',
      onPages: '{{message}}',
      lastSynced: 'Last known completely',
      never: 'Never known completely',
    },
    credential: {
      chains: 'Where the passwords come from',
      hops: 'The way of the value, from where it is made to the database',
      claim: 'Claimed by: {{origin}}',
      claims: 'Claimed by',
      transport: 'Carried by',
      changed: 'Last changed',
      changedUnknown: 'Not known',
      changedAt: 'changed {{ago}}',
      rotation: 'A new value',
      every: 'every {{length}}',
      expires: 'Valid until',
      purposeOf: '{{purpose}} {{role}}',
      link: 'Link to this secret: {{id}}',
      linkHop: 'Link to this hop: {{title}}',
      source: {
        sops: 'SOPS file',
        'vault-static': 'Vault',
        'vault-dynamic': 'Vault, dynamic',
        'external-secret': 'External secret',
        'sealed-secret': 'Sealed secret',
        'operator-generated': 'Made by the operator',
        'plain-secret': 'Plain Secret',
        conflicting: 'Two sources',
        unknown: 'Source not known',
      },
      purpose: {
        app: 'for the role of the app',
        superuser: 'for the superuser',
        role: 'for the role',
        runtime: 'for the running app',
      },
      role: {
        origin: 'Origin',
        transport: 'Carrier',
        database: 'Database',
      },
      decides: {
        failing: 'Here it breaks',
        expired: 'Here it ran out',
        drifted: 'Here it falls behind',
        weak: 'Here it is weak',
        unknown: 'From here on nobody knows',
        pending: 'Here it waits',
        conflicting: 'Here two claims collide',
      },
      consumers: 'Read by',
      otherConsumers: 'Also read by',
      moreConsumers: 'And {{number}} more',
      noConsumers: 'No workload that can be seen reads this Secret.',
      consumer: 'Workload',
      reads: 'Reads it from',
      readsFrom: {
        environment: 'its environment',
        volume: 'a volume',
      },
      started: 'Oldest pod started',
      value: 'Its value',
      startedBefore: {
        environment:
          'Started before the last change: it has the old value until its pods are replaced',
        volume:
          'Started before the last change: the file has followed, whether the process read it again is not known',
      },
      startedAfter: 'Started after the last change',
      startedUnknown: 'Not known',
    },
    database: {
      cluster: 'Kubernetes cluster',
      instance: 'Lies in the instance',
      namespace: 'Namespace',
      owner: 'Owner',
      ownerOf: 'owner of',
      services: 'Services',
      created: 'Created',
      about: 'About',
      page: 'Page of this database',
      staleSince: 'Last known at {{at}}',
    },
    delivery: {
      applications: 'Delivered by',
      delivers: { database: 'brings the database', app: 'brings the app' },
      revision: 'revision {{revision}}',
    },
    finding: {
      list: 'Findings',
      severity: { error: 'Error', warning: 'Warning', info: 'Note' },
      evidence: 'Evidence ({{number}})',
      object: 'Object',
      field: 'Field',
      value: 'Value',
      observed: 'Observed',
      runbook: 'Runbook',
      link: 'Link to this finding: {{rule}}',
    },
    fleet: {
      title: 'Databases',
      search: 'Search',
      searchHint: 'Name, app, owner or service',
      attention: 'Needs attention',
      reset: 'Clear all filters',
      all: 'All',
      facet: {
        owner: 'Owner',
        environment: 'Environment',
        engine: 'Engine',
        kubernetesCluster: 'Kubernetes cluster',
      },
      column: {
        name: 'Database',
        environment: 'Environment',
        kubernetesCluster: 'Runs in',
        owner: 'Owner',
      },
      count: '{{state}}: {{number}}',
      total: 'Databases: {{number}}',
      totals:
        'Asked for by {{known}} of {{total}} databases: {{storage}} GiB of storage, {{cpu}} CPU, {{memory}} GiB of memory.',
      range: '{{from}}–{{to}} of {{total}}',
      empty: 'No database was found',
      emptyUnfiltered:
        'No Kubernetes cluster that can be seen holds a database of a known engine.',
      emptyFiltered: 'No database matches these filters.',
      loading: 'Looking for databases',
      states: 'Databases by the state of their {{lane}}',
      noOwner: 'Not known',
    },
    history: {
      title: 'History',
      description: 'Changes of state in the last 90 days, newest first.',
      empty: 'No change was seen in the last 90 days.',
    },
    home: {
      none: 'None of your databases needs attention.',
      nonePartly: 'None of your databases that can be seen needs attention.',
      more: 'And {{number}} more.',
    },
    instances: {
      title: 'Instances',
      name: 'Instance',
      role: 'Role',
      roles: { primary: 'Primary', replica: 'Replica', unknown: 'Not known' },
      ready: 'Ready',
      isReady: 'Ready',
      notReady: 'Not ready',
      readyUnknown: 'Not known',
      timeline: 'Timeline',
      node: 'Node',
    },
    lane: {
      health: 'Health',
      credential: 'Credentials',
      backup: 'Backups',
      delivery: 'Delivery',
      absent: 'Not judged',
      since: 'for {{length}}',
    },
    quote: { title: 'What others say', by: '{{by}} about {{object}}' },
    request: {
      title: '{{app}} in {{environments}}',
      by: 'Asked by {{requester}}, target {{target}}',
      turn: 'Whose turn it is',
      pulls: 'Pull requests in the order of merging',
      repository: { platform: 'Platform repository', app: 'App repository' },
      state: {
        open: 'Open',
        draft: 'Draft',
        merged: 'Merged',
        closed: 'Closed without a merge',
      },
    },
    signIn: {
      button: 'Sign in to {{cluster}}',
      refused: 'The sign-in did not succeed: {{error}}',
      unavailable:
        'Nobody can sign in here: this portal has no pages of the Kubernetes plugin.',
    },
    state: {
      lastKnown: 'last known',
      health: {
        failed: 'Failed',
        degraded: 'Degraded',
        unknown: 'Unknown',
        progressing: 'Progressing',
        hibernated: 'Hibernated',
        healthy: 'Healthy',
      },
      backup: {
        failing: 'Failing',
        blocked: 'Blocked',
        stuck: 'Stuck',
        never: 'Never',
        stale: 'Stale',
        none: 'None',
        suspended: 'Suspended',
        late: 'Late',
        unknown: 'Unknown',
        unverified: 'Unverified',
        running: 'Running',
        fresh: 'Fresh',
      },
      credential: {
        failing: 'Failing',
        expired: 'Expired',
        drifted: 'Drifted',
        weak: 'Weak',
        unknown: 'Unknown',
        pending: 'Pending',
        'in-sync': 'In sync',
      },
      delivery: {
        failed: 'Failed',
        'out-of-sync': 'Out of sync',
        unknown: 'Unknown',
        progressing: 'Progressing',
        suspended: 'Suspended',
        synced: 'Synced',
      },
    },
    tab: {
      planned: 'Planned: {{engines}}',
      plannedDescription:
        'The service says that it will have them. None of them is there yet, so nothing is judged.',
      running: 'Running',
      requested: 'Requested',
      requestedDescription: 'Asked for by pull requests that are still open.',
      requestsFailed: 'Open requests could not be looked up',
      loading: 'Looking for databases and open requests',
      loaded: 'Databases: {{number}}',
      changed: '{{name}}: {{lane}} is now {{state}}',
      ambiguous: 'It is not clear whether this database is meant',
      empty: 'No database for {{name}}',
      emptySearched:
        'Looked for databases and open requests of the app “{{app}}”, and for databases that name this service; only those that you may see count.',
      emptyClusters:
        'Kubernetes clusters that were searched completely: {{clusters}}.',
      emptyNoClusters: 'No Kubernetes cluster could be searched completely.',
      emptyPartly:
        'Found none that you may see in what could be asked. What could not is named above.',
      connect: 'To connect a database that runs already, set one of these.',
      connectLabel: 'on the database, the label',
      connectService: 'on the database, the annotation',
      connectEntity: 'on this entity, the annotation',
      create: 'Create a database',
      partial: 'Target {{target}} could not be asked',
    },
  },
});
