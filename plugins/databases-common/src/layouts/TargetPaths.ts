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

import { DatabaseNames, Manifest, PathTemplates, Target } from '../model';
import { expandTemplate, templateValues } from '../naming';

/**
 * The paths of one database in one environment.
 *
 * Names come from requests and from files of the repositories, so whatever in
 * them is no plain file name becomes a dash: a path never leaves its folder.
 */
export class TargetPaths {
  readonly #templates: PathTemplates;
  readonly #certificate: string | undefined;
  readonly #values: { readonly [placeholder: string]: string };

  constructor(
    target: Target,
    app: string,
    environment: string,
    names: DatabaseNames,
  ) {
    const known = target.options.environments.find(
      ({ name }) => name === environment,
    );
    this.#templates = target.options.paths;
    this.#certificate = target.options.secrets.sealedSecrets.certificateFile;
    this.#values = plain({
      ...templateValues(app, known ?? { name: environment, production: false }),
      ...names,
    });
  }

  get clusterFolder(): string {
    return this.#expand('clusterFolder');
  }

  get baseFolder(): string {
    return this.#expand('baseFolder');
  }

  bootstrapSecret(secret: string): string {
    return this.#expand('bootstrapSecret', { secret });
  }

  runtimeSecret(secret: string): string {
    return this.#expand('runtimeSecret', { secret });
  }

  backupSecret(secret: string): string {
    return this.#expand('backupSecret', { secret });
  }

  credentialManifest({ kind, metadata }: Manifest): string {
    return this.#expand('credentialManifest', {
      namespace: metadata.namespace ?? this.#values.databasesNamespace,
      name: metadata.name,
      kind: kind.replace(/(?!^)(?=[A-Z])/g, '-').toLowerCase(),
    });
  }

  /** Of the controller that Secrets are sealed for, when it is a file. */
  get certificate(): string | undefined {
    return (
      this.#certificate && expandTemplate(this.#certificate, this.#values).text
    );
  }

  get appNamespace(): string {
    return this.#expand('appNamespace');
  }

  get databaseApplication(): string {
    return this.#expand('databaseApplication');
  }

  get values(): string {
    return this.#expand('values');
  }

  get releaseValues(): string {
    return this.#expand('releaseValues');
  }

  get appApplication(): string {
    return this.#expand('appApplication');
  }

  get chart(): string {
    return this.#expand('chart');
  }

  #expand(template: keyof PathTemplates, more = {}): string {
    const values = { ...this.#values, ...plain(more) };
    return expandTemplate(this.#templates[template], values).text;
  }
}

function plain(values: { readonly [name: string]: string }) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value
        .replace(/[^\p{L}\p{N}._-]/gu, '-')
        .replace(/^\.+/, dots => '-'.repeat(dots.length)),
    ]),
  );
}
