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
import {
  DatabaseNames,
  NameOverrides,
  Obstacle,
  PerEnvironment,
  Violation,
} from '../model';
import { checkClusterName } from './checkClusterName';
import { checkIdentifier } from './checkIdentifier';
import { checkLabel } from './checkLabel';
import { checkSecretName } from './checkSecretName';
import { expandTemplate } from './expandTemplate';
import { NamingTarget } from './NamingTarget';
import { secretsMadeByOperator } from './secretsMadeByOperator';
import { templateValues } from './templateValues';

/**
 * Names that the repositories show to be in use for this app and environment,
 * such as the namespace of an Application that exists. They win over the
 * target's conventions and lose against the request.
 *
 * @public
 */
export type NameEvidence = Partial<Omit<DatabaseNames, 'writerHost'>>;

/**
 * Every name of one database in one environment, with what is wrong about them.
 * The names are complete even when some are wrong, so that a form can show them.
 *
 * @param app - the app key
 * @param environment - name of an environment of the target
 * @public
 */
export function resolveNames(
  app: string,
  environment: string,
  target: NamingTarget,
  overrides: NameOverrides = {},
  evidence: NameEvidence = {},
): { readonly names: DatabaseNames; readonly problems: readonly Obstacle[] } {
  const known = target.environments.find(({ name }) => name === environment);
  const values: Record<string, string> = {
    ...templateValues(app, known ?? { name: environment, production: false }),
  };
  const problems: Obstacle[] = [];

  function resolve(
    name: keyof NameEvidence,
    check: (text: string) => Violation | undefined,
  ): string {
    const override = pick(overrides[name], environment);
    const shared = name === 'bootstrapSecret' && target.sharedBootstrapSecret;
    const template = expandTemplate(
      target.names[name],
      shared ? { ...values, '-env': '' } : values,
    );
    const text = override ?? evidence[name] ?? template.text;
    const field =
      override === undefined
        ? 'metadata.name'
        : overrideField(name, overrides[name], environment);
    const problem =
      text === template.text && template.unknown.length
        ? violation('naming.template', {
            what: name,
            template: target.names[name],
            unknown: template.unknown,
          })
        : check(text);
    if (problem) {
      problems.push({ rule: 'naming', field, ...problem });
    }
    values[name] = text;
    return text;
  }

  /** CloudNativePG knows no other name for the Secret that it makes. */
  function generatedSecret(cluster: string): string {
    const actual = `${cluster}-app`;
    const name = pick(overrides.bootstrapSecret, environment) ?? actual;
    if (name !== actual) {
      problems.push({
        rule: 'naming',
        field: overrideField(
          'bootstrapSecret',
          overrides.bootstrapSecret,
          environment,
        ),
        ...violation('naming.generatedByOperator', { name, actual }),
      });
    }
    values.bootstrapSecret = actual;
    return actual;
  }

  const label = (what: keyof NameEvidence) =>
    resolve(what, text => checkLabel(what, text));
  const appNamespace = label('appNamespace');
  const databasesNamespace = label('databasesNamespace');
  const cluster = resolve('cluster', checkClusterName);
  const database = resolve('database', text =>
    checkIdentifier('database', text),
  );
  const owner = resolve('owner', text => checkIdentifier('owner', text));
  const bootstrapSecret = target.generatedBootstrapSecret
    ? generatedSecret(cluster)
    : resolve(
        'bootstrapSecret',
        text =>
          checkSecretName('bootstrapSecret', text) ??
          checkMadeByOperator(text, cluster),
      );
  const runtimeSecret = resolve(
    'runtimeSecret',
    text =>
      checkSecretName('runtimeSecret', text) ??
      (appNamespace === databasesNamespace
        ? checkMadeByOperator(text, cluster, bootstrapSecret)
        : undefined),
  );
  const databaseApplication = label('databaseApplication');
  const appApplication = resolve(
    'appApplication',
    text =>
      checkLabel('appApplication', text) ??
      (text === databaseApplication
        ? violation('naming.same', {
            what: 'appApplication',
            other: 'databaseApplication',
            name: text,
            alternative: `web-${text}`,
          })
        : undefined),
  );
  const service = expandTemplate(
    target.writerService ?? '{cluster}-rw',
    values,
  );
  if (service.unknown.length) {
    problems.push({
      rule: 'naming',
      field: 'metadata.name',
      ...violation('naming.template', {
        what: 'writerHost',
        template: target.writerService!,
        unknown: service.unknown,
      }),
    });
  }

  return {
    names: {
      appNamespace,
      databasesNamespace,
      cluster,
      database,
      owner,
      bootstrapSecret,
      runtimeSecret,
      databaseApplication,
      appApplication,
      writerHost: `${service.text}.${databasesNamespace}.svc.cluster.local`,
    },
    problems,
  };
}

function checkMadeByOperator(
  name: string,
  cluster: string,
  ...others: readonly string[]
): Violation | undefined {
  return [...secretsMadeByOperator(cluster), ...others].includes(name)
    ? violation('naming.madeByOperator', {
        name,
        cluster,
        alternative: `${name}-credentials`,
      })
    : undefined;
}

function pick(
  override: PerEnvironment<string> | undefined,
  environment: string,
): string | undefined {
  if (typeof override !== 'object') {
    return override;
  }
  return Object.hasOwn(override, environment)
    ? override[environment]
    : undefined;
}

function overrideField(
  name: string,
  override: PerEnvironment<string> | undefined,
  environment: string,
): string {
  return `spec.names.${name}${
    typeof override === 'object' ? `.${environment}` : ''
  }`;
}
