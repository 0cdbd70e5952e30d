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

import { namingTarget, resolveNames } from '../naming';
import { LayoutContext } from './Layout';
import { readDocuments } from './readDocuments';
import { readFileMark } from './SecretFileMark';
import { SecretMetadata, secretMetadata } from './secretMetadata';

/** Neighbors that are looked at, the nearest first. */
const MOST_NEIGHBORS = 3;
/** An app key that no app has, to see where names have theirs. */
const UNKNOWN = 'x0neighbor0x';

/** The Secret of another app, for the same purpose and environment. */
export interface NeighborSecret {
  readonly file: string;
  /** Namespace of the app that it is for. */
  readonly appNamespace: string;
  readonly metadata: SecretMetadata;
}

/**
 * Secrets of other apps in a folder that are called as the one to make would be
 * for them: those of the same environment, of the app that is named most alike
 * first. Whatever a house adds to names of files may be around them.
 */
export function neighborSecrets(
  { view: { platform }, target, app }: LayoutContext,
  environment: string,
  role: 'bootstrapSecret' | 'runtimeSecret',
  folder: string,
): readonly NeighborSecret[] {
  const naming = namingTarget(target);
  const namesOf = (key: string, stage = environment) =>
    resolveNames(key, stage, naming).names;
  const stages = target.options.environments.map(({ name }) => name);
  const patterns = new Map(
    [...new Set([environment, ...stages])].map(stage => [
      stage,
      patternOf(namesOf(UNKNOWN, stage)[role]),
    ]),
  );
  const prefix = app.split('-')[0];
  const isNear = (key: string) => key.split('-')[0] === prefix;

  return (platform.list(folder) ?? [])
    .flatMap(name => {
      const key = /\.ya?ml$/.test(name) ? appIn(stemOf(name)) : undefined;
      return key === undefined || key === app ? [] : [{ key, name }];
    })
    .sort((a, b) => Number(isNear(b.key)) - Number(isNear(a.key)))
    .slice(0, MOST_NEIGHBORS)
    .flatMap(({ name }) => {
      const file = `${folder}/${name}`;
      return readDocuments(platform.read(file))
        .flatMap(document => secretMetadata(document) ?? [])
        .flatMap(metadata => {
          const key = appIn(metadata.name ?? '', '$');
          return key === undefined || key === app
            ? []
            : [{ file, appNamespace: namesOf(key).appNamespace, metadata }];
        })
        .slice(0, 1);
    });

  /** The app in a name; `shop-dev` in production is `shop` in dev. */
  function appIn(name: string, end = ''): string | undefined {
    const inStage = (stage: string) =>
      new RegExp(`${patterns.get(stage)}${end}`).exec(name)?.[1];
    const key = inStage(environment);
    const isOther = stages.some(stage => {
      const other = stage === environment ? undefined : inStage(stage);
      return other !== undefined && other.length < (key?.length ?? 0);
    });
    return isOther ? undefined : key;
  }
}

/** A name of a file without what says that a Secret is in it. */
function stemOf(name: string): string {
  return name.slice(readFileMark(name)?.before.length ?? 0);
}

/** Names of a Secret, with the app in place of the unknown one. */
function patternOf(secret: string): string {
  const parts = secret.split(UNKNOWN).map(part => part.replace(/\W/g, '\\$&'));
  return `^${parts.join('([a-z0-9-]+?)')}(?![a-z0-9])`;
}
