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

import {
  AssessmentRule,
  AssessmentSubject,
  conclude,
  Lane,
  oncePerSubject,
  sinceOf,
} from '../assessment';
import { Engine } from '../engines/Engine';
import { application, ApplicationData } from '../kinds';
import { observation } from '../messages';
import { DeliveryState, deliveryStates, Fact, Verdict } from '../model';
import { evidenceOf } from '../observation';
import { applicationName } from './applicationName';
import { applicationRules } from './applicationRules';
import { DeliveryOptions } from './DeliveryOptions';
import { DeliveryScene } from './DeliveryScene';
import { DeliverySubject } from './DeliverySubject';
import { describeApplication } from './describeApplication';
import { findApplications } from './findApplications';
import { applicationCoverage } from './rules/applicationCoverage';
import { applicationDoubtful } from './rules/applicationDoubtful';
import { applicationTogether } from './rules/applicationTogether';
import { applicationLost } from './rules/applicationLost';
import { syncRemark } from './syncMemory';

/** The rules about single Applications, asked about all that were found. */
const sceneRules: readonly AssessmentRule<DeliveryScene, DeliveryState>[] = [
  applicationCoverage,
  applicationLost,
  applicationDoubtful,
  ...applicationRules.map(rule => ({
    ...rule,
    check: ({ databases, apps, subject }: DeliveryScene) =>
      [...databases, ...apps].flatMap(found =>
        rule.check({
          ...judgeAs(subject, databases.includes(found)),
          application: found,
        }),
      ),
  })),
  applicationTogether,
];

/**
 * Did Argo CD bring the database, and the apps that use it, to what git
 * declares? A database that no Application has to do with has no verdict.
 *
 * @param engines - whose databases are asked about; they know Argo CD's marks on them
 * @public
 */
export function deliveryLane(
  engines: readonly Engine[],
  options: DeliveryOptions = {},
): Lane<DeliveryState> {
  const sceneOf = oncePerSubject((subject): DeliveryScene => ({
    ...findApplications(subject, engines, options),
    subject,
  }));
  const judge = (
    found: Fact<ApplicationData>,
    {
      database,
      ...subject
    }: Omit<AssessmentSubject, 'database'> & {
      readonly database?: string;
    },
  ) =>
    conclude({
      states: deliveryStates,
      rules: applicationRules,
      subject: { ...subject, application: found, database },
      clock: subject.clock,
      otherwise: () => synced([found]),
    });

  return {
    id: 'delivery',
    states: deliveryStates,
    rules: sceneRules.map(({ id, title }) => ({ id, title })),
    observes: [
      application,
      ...engines.flatMap(engine => engine.observation?.anchors ?? []),
    ],

    assess(subject) {
      const scene = sceneOf(subject);
      const verdict = (): Verdict<DeliveryState> =>
        conclude({
          states: deliveryStates,
          rules: sceneRules,
          subject: scene,
          clock: subject.clock,
          otherwise: () => synced([...scene.databases, ...scene.apps]),
        });
      if (scene.databases.length || scene.apps.length) {
        return verdict();
      }
      const concluded = verdict();
      return concluded.findings.length ? concluded : undefined;
    },

    describe(subject) {
      const scene = sceneOf(subject);
      const { databases, apps } = scene;
      const found = [...databases, ...apps];
      const unseen = [applicationCoverage, applicationLost].some(
        rule => rule.check(scene).length,
      );
      if (!found.length && unseen) {
        return {};
      }
      return {
        applications: found.map(one =>
          describeApplication(one, {
            delivers: databases.includes(one) ? 'database' : 'app',
            state: judge(one, judgeAs(subject, databases.includes(one))).state,
            url: options.urls?.[one.kubernetesCluster],
          }),
        ),
        quotes: found.map(one => ({
          by: 'Argo CD',
          text: [one.data.sync.status, one.data.health.status]
            .filter(Boolean)
            .join(', '),
          object: `Application ${applicationName(one)}`,
        })),
      };
    },

    remember(subject) {
      const { databases, apps } = sceneOf(subject);
      return [...databases, ...apps].map(syncRemark);
    },

    assessObject(fact, subject) {
      if (fact.kind !== application.id) {
        return undefined;
      }
      const { state, findings } = judge(fact as Fact<ApplicationData>, subject);
      return { state, findings };
    },
  };
}

function judgeAs(
  { database, ...subject }: AssessmentSubject,
  itself: boolean,
): Omit<DeliverySubject, 'application'> & Pick<AssessmentSubject, 'facts'> {
  return {
    ...subject,
    ...(itself && { database: `${database.namespace}/${database.name}` }),
  };
}

function synced(applications: readonly Fact<ApplicationData>[]) {
  const ends = applications
    .flatMap(({ data }) => sinceOf(data.operation?.finishedAt).since ?? [])
    .sort();
  const seen = observation(
    'deliveryLane.synced',
    { applications: applications.map(applicationName) },
    {
      severity: 'info',
      since: ends.at(-1),
      evidence: applications.map(found =>
        evidenceOf(
          application,
          found,
          'status.sync.status',
          found.data.sync.status,
        ),
      ),
    },
  );
  return { ...seen, state: 'synced' as const };
}
