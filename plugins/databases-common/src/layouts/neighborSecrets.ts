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
  const others = target.options.environments
    .map(({ name }) => name)
    .filter(name => name !== environment);
  const appIn = (name: string, stage: string) =>
    patternOf(namesOf(UNKNOWN, stage)[role]).exec(name)?.[1];
  const prefix = app.split('-')[0];
  const isNear = (key: string) => key.split('-')[0] === prefix;
  return (platform.list(folder) ?? [])
    .flatMap(name => {
      const key = appIn(name, environment);
      // `shop-dev` in production is `shop` in dev.
      const isOther = others.some(stage => {
        const other = appIn(name, stage);
        return other !== undefined && other.length < (key?.length ?? 0);
      });
      return key === undefined || key === app || isOther ? [] : [{ key, name }];
    })
    .sort((a, b) => Number(isNear(b.key)) - Number(isNear(a.key)))
    .slice(0, MOST_NEIGHBORS)
    .flatMap(({ key, name }) => {
      const file = `${folder}/${name}`;
      const wanted = namesOf(key);
      const metadata = readDocuments(platform.read(file))
        .flatMap(document => secretMetadata(document) ?? [])
        .find(found => found.name === wanted[role]);
      return metadata
        ? [{ file, appNamespace: wanted.appNamespace, metadata }]
        : [];
    });
}

/** File names of a Secret, with the app in place of the unknown one. */
function patternOf(secret: string): RegExp {
  const [before, ...after] = secret.replace(/[^\w-]/g, '\\$&').split(UNKNOWN);
  const name = [before, ...after].join('([a-z0-9-]+?)');
  return new RegExp(`^(?:[a-z-]+[-.])??${name}(?:[-.][\\w.-]+)?\\.ya?ml$`);
}
