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

import { violation } from '../messages';
import { DatabaseDraft, Manifest, Obstacle } from '../model';
import {
  IngressRule,
  NetworkPolicy,
  NetworkPolicyModel,
  PolicyPeer,
} from './NetworkPolicyModel';

/**
 * Ports of the pods of a CNPG cluster: PostgreSQL, the status that the operator
 * asks for, metrics.
 */
const POSTGRES = 5432;
const STATUS = 8000;
const METRICS = 9187;

const NAMESPACE_LABEL = 'kubernetes.io/metadata.name';

/**
 * The network policy of a new database, made like that of a neighbor: its name
 * takes the place of the neighbor's, and its app that of the neighbor's app.
 * Whoever else gets through there gets through here: operator, monitoring,
 * replicas, a bastion.
 *
 * @returns obstacles where the neighbor's shows no place for the app, one for
 *   some of its pods, or none for whom every database needs
 */
export function draftNetworkPolicy(
  { path, cluster, policy }: NetworkPolicyModel,
  { names, labels, annotations, monitoring }: DatabaseDraft,
): { readonly manifest: Manifest; readonly obstacles: readonly Obstacle[] } {
  const rules = policy.spec.ingress ?? [];
  const staff = new Set(
    rules
      .filter(rule => opens(rule, STATUS) || opens(rule, METRICS))
      .flatMap(namespacesIn),
  );
  const apps = new Set(
    rules
      .filter(rule => opens(rule, POSTGRES))
      .flatMap(namespacesIn)
      .filter(namespace => !staff.has(namespace)),
  );
  // Pods of the neighbor's app are labeled otherwise than those of the new one.
  const isNarrow = rules
    .filter(rule => opens(rule, POSTGRES))
    .flatMap(({ from = [] }) => from)
    .some(
      peer =>
        namespacesOf(peer).some(name => apps.has(name)) && namesPods(peer),
    );
  const missing = [
    ...(apps.size === 1 && !isNarrow ? [] : [POSTGRES]),
    ...(rules.some(rule => opens(rule, STATUS)) ? [] : [STATUS]),
    ...(!monitoring || rules.some(rule => opens(rule, METRICS))
      ? []
      : [METRICS]),
  ];
  const replaced = replaceNames(
    policy,
    new Map([
      [cluster, names.cluster],
      ...[...apps].map(app => [app, names.appNamespace] as const),
    ]),
  ) as NetworkPolicy;
  const { apiVersion, kind, metadata, ...rest } = replaced;
  return {
    manifest: {
      apiVersion,
      kind,
      metadata: {
        name: policy.metadata.name.includes(cluster)
          ? policy.metadata.name.replace(cluster, names.cluster)
          : names.cluster,
        namespace: names.databasesNamespace,
        labels,
        ...(Object.keys(annotations).length && { annotations }),
      },
      ...rest,
    },
    obstacles: missing.map(port => ({
      rule: 'clear-conventions',
      ...violation('conventions.policyUnclear', { port, path }),
      evidence: [{ object: path, field: 'spec.ingress' }],
    })),
  };
}

/** A rule without ports opens all. */
function opens({ ports }: IngressRule, port: number): boolean {
  return ports === undefined || ports.some(open => open.port === port);
}

function namespacesIn({ from = [] }: IngressRule): readonly string[] {
  return from.flatMap(namespacesOf);
}

function namespacesOf({ namespaceSelector }: PolicyPeer): readonly string[] {
  const name = namespaceSelector?.matchLabels?.[NAMESPACE_LABEL];
  return name === undefined ? [] : [name];
}

function namesPods({ podSelector }: PolicyPeer): boolean {
  return Object.values(podSelector ?? {}).some(
    labels => Object.keys(labels ?? {}).length > 0,
  );
}

/** Whole texts only: a name inside another one is somebody else's. */
function replaceNames(
  value: unknown,
  names: ReadonlyMap<string, string>,
): unknown {
  if (typeof value === 'string') {
    return names.get(value) ?? value;
  }
  if (Array.isArray(value)) {
    return value.map(item => replaceNames(item, names));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [
          key,
          replaceNames(entry, names),
        ]),
      )
    : value;
}
