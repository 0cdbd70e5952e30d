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

import { AssessmentSubject } from '../assessment';
import { Engine } from '../engines/Engine';
import { EngineObservation } from '../engines/EngineObservation';
import { application, ApplicationData, statefulSet } from '../kinds';
import { Fact } from '../model';
import { DeliveryOptions } from './DeliveryOptions';
import { destinationOf } from './destinationOf';

/** @public */
export interface FoundApplications {
  /** Those that deliver the database. */
  readonly databases: readonly Fact<ApplicationData>[];
  /** Those that deliver an app that uses it. */
  readonly apps: readonly Fact<ApplicationData>[];
  /** Those that list such a database in a Kubernetes cluster nobody can name. */
  readonly doubtful: readonly Fact<ApplicationData>[];
  /** What stands for the database, with what is asked of Argo CD about it. */
  readonly anchors: readonly Fact<Anchor>[];
  /** The mark of an Application that is not seen. */
  readonly lost?: TrackingMark;
}

/** As much of a resource that stands for a database as is looked at here. */
interface Anchor {
  readonly annotations: { readonly syncOptions?: string };
}

/** What Argo CD writes on what it delivers. */
interface TrackingMark {
  /** `<application>:<group>/<kind>:<namespace>/<name>`. */
  readonly trackingId: string;
  /** `infra-shop-db`; outside of Argo CD's own namespace `<namespace>/<name>`. */
  readonly application: string;
  /** What is marked: `Cluster databases/shop-cnpg`. */
  readonly object: string;
}

type Application = Fact<ApplicationData>;

/**
 * The Applications that have to do with a database, whichever Kubernetes cluster
 * their Argo CD runs in. What decides, best first: the mark that Argo CD leaves
 * on the database, the resources that an Application lists, labels, names.
 */
export function findApplications(
  subject: AssessmentSubject,
  engines: readonly Engine[],
  options: DeliveryOptions,
): FoundApplications {
  const { database, facts } = subject;
  const { namespace, name, app, environment, kubernetesCluster } = database;
  const find = (key: string) => facts.everywhere(application, key);
  const goesTo = (found: Application) =>
    destinationOf(found, options) ??
    (found.data.destination.name === kubernetesCluster
      ? kubernetesCluster
      : undefined);
  const here = (found: Application) => goesTo(found) === kubernetesCluster;
  const doubtful = (found: Application) => goesTo(found) === undefined;

  const observation = engines.find(
    ({ id }) => id === database.engine,
  )?.observation;
  const marks = (observation?.tracking?.(subject) ?? []).flatMap(readMark);
  const marked = marks
    .flatMap(mark => find(`name:${mark.application}`))
    .filter(found => here(found) || doubtful(found));
  const listed = unique(
    (observation?.anchors ?? []).flatMap(anchor =>
      find(
        anchor.id === statefulSet.id
          ? `StatefulSet:${namespace}/${name}`
          : `${namespace}/${name}`,
      ),
    ),
  );
  const labeled = app ? find(`app:${app}/${environment ?? ''}`) : [];
  const named = namesOf(subject, options)
    .flatMap(expected => find(`name:${expected}`))
    .filter(found => !found.data.labels.app || found.data.labels.app === app);
  const related = unique([...labeled, ...named]);
  const near = related.some(here)
    ? related.filter(here)
    : related.filter(doubtful);

  const databases = unique([
    ...marked,
    ...listed.filter(here),
    ...near.filter(found => found.data.destination.namespace === namespace),
  ]);
  return {
    databases,
    apps: near.filter(found => !databases.includes(found)),
    doubtful: listed
      .filter(doubtful)
      .filter(found => !databases.includes(found) && !near.includes(found)),
    anchors: anchorsOf(subject, observation),
    ...(marks.length && !marked.length && { lost: marks[0] }),
  };
}

function anchorsOf(
  { facts, database: { namespace, name } }: AssessmentSubject,
  observation: EngineObservation | undefined,
): readonly Fact<Anchor>[] {
  const key = `${namespace}/${name}`;
  return (observation?.anchors ?? []).flatMap(
    anchor => facts.of(anchor, key) as readonly Fact<Anchor>[],
  );
}

/** An Application outside of Argo CD's own namespace is written `<namespace>_<name>`. */
function readMark(trackingId: string): readonly TrackingMark[] {
  const [name, type = '', object] = trackingId.split(':');
  return name && object
    ? [
        {
          trackingId,
          application: name.replace('_', '/'),
          object: `${type.split('/').at(-1)} ${object}`,
        },
      ]
    : [];
}

function namesOf(
  { database: { app, environment } }: AssessmentSubject,
  { appApplications = ['web-{app}-{env}'] }: DeliveryOptions,
): readonly string[] {
  return app && environment
    ? appApplications.map(template =>
        template.replaceAll('{app}', app).replaceAll('{env}', environment),
      )
    : [];
}

function unique(applications: readonly Application[]): readonly Application[] {
  return [...new Set(applications)];
}
