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

/** What is said when something cannot be seen, in English. */
export const coverage = {
  'assessmentSettings.annotation': {
    summary:
      '{annotation}: "{value}" on {entity} is not understood, and counts for nothing.',
    remedy: 'Write {expected}.',
  },
  'coverage.absent': {
    summary: 'Kubernetes cluster {kubernetesCluster} does not serve {kind}.',
    remedy:
      'Install the CRD if it should be there; it is noticed without a restart.',
  },
  'coverage.failing': {
    summary:
      'Kubernetes cluster {kubernetesCluster} answers with errors when asked for {kind}.',
    remedy:
      'Look at the evidence and at the log of its API server; it is asked again without your help.',
  },
  'coverage.forbidden': {
    summary:
      'The portal may not read {kind} in Kubernetes cluster {kubernetesCluster}.',
    remedy:
      'Grant its service account the verbs list and watch on {kind} there.',
  },
  'coverage.forbiddenToYou': {
    summary:
      'You may not read {kind} in Kubernetes cluster {kubernetesCluster}.',
    remedy:
      'Ask whoever runs it to let your own account list {kind} where this database is.',
  },
  'coverage.metrics': {
    summary:
      'The metrics of Kubernetes cluster {kubernetesCluster} cannot be read, so what only they tell is not known: replication, archiving, connections, disk use.',
    remedy:
      'The evidence says why, and what to do. The verdict rests on what the API server knows.',
  },
  'coverage.metricsSyncing': {
    summary:
      'The metrics of Kubernetes cluster {kubernetesCluster} are being read for the first time.',
    remedy: 'Wait a moment; the page changes by itself.',
  },
  'coverage.omitted': {
    summary:
      'There are no {kind} among the objects that were given, so it cannot be said whether {kubernetesCluster} has any.',
    remedy: 'Give them too: kubectl get {kind} -A -o yaml.',
  },
  'coverage.onDemand': {
    summary:
      'Kubernetes cluster {kubernetesCluster} is read with your own token only, and {kind} were not read yet.',
    remedy: 'Sign in to that Kubernetes cluster and load the page again.',
  },
  'coverage.repository': {
    summary: 'Repository {repository} cannot be read.',
    remedy: 'The evidence says why, and what to do.',
  },
  'coverage.repositorySyncing': {
    summary: 'Repository {repository} is being read for the first time.',
    remedy: 'Wait a moment; the page changes by itself.',
  },
  'coverage.syncing': {
    summary:
      'The first list of {kind} in Kubernetes cluster {kubernetesCluster} is not complete yet.',
    remedy: 'Wait a moment; the page changes by itself.',
  },
  'coverage.tokenRefused': {
    summary: 'Kubernetes cluster {kubernetesCluster} refuses your own token.',
    remedy: 'Sign in to that Kubernetes cluster again; {kind} cannot be seen.',
  },
  'coverage.unauthorized': {
    summary:
      "Kubernetes cluster {kubernetesCluster} refuses the portal's credentials.",
    remedy:
      'Renew the token of the service account that the portal uses for {kind} there.',
  },
  'coverage.unreachable': {
    summary:
      'Kubernetes cluster {kubernetesCluster} does not answer when asked for {kind}.',
    remedy:
      'Check the network between the portal and its API server; what is shown may be old.',
  },
  'coverage.vault': {
    summary: 'Metadata of Vault {vault} cannot be read.',
    remedy: 'The evidence says why, and what to do.',
  },
  'coverage.vaultSyncing': {
    summary: 'Metadata of Vault {vault} are being read for the first time.',
    remedy: 'Wait a moment; the page changes by itself.',
  },
  'databaseOwner.disputed': {
    summary:
      'The entities {entities} say that this database is theirs and have different owners, so none of them counts.',
    remedy:
      'Name its owner on the object of the database, in the annotation basewell.dev/owner, or all its services in basewell.dev/service.',
  },
  'databaseOwner.refused': {
    summary:
      'The entity {entity} says that this database is its own, but the database has {named}, so that does not count.',
    remedy:
      'Take it out of the annotations of the entity, or name the entity on the object of the database, in the annotation basewell.dev/service.',
  },
  'knowledgeStale.noContact': {
    summary:
      'Kubernetes cluster {kubernetesCluster} has not shown its databases for {since:age}: this is what was last known.',
    remedy:
      'Look at the coverage of {kubernetesCluster}, and trust kubectl until it is seen again.',
  },
  'knowledgeStale.notSeen': {
    summary:
      'Not seen for {since:age}: Kubernetes cluster {kubernetesCluster} has not shown its databases since the portal started.',
    remedy:
      'Look at the coverage of {kubernetesCluster}, and trust kubectl until it is seen again.',
  },
  'knowledgeSyncing.firstSync': {
    summary:
      'Kubernetes cluster {kubernetesCluster} is being read for the first time since the portal started.',
    remedy:
      'Wait until everything has been seen once; the coverage says how far it is.',
  },
  'rulesFailed.threw': {
    summary: 'The rules of {lane} failed: {error}.',
    remedy:
      'Report it to whoever maintains these rules; until then trust kubectl.',
  },
} as const;
