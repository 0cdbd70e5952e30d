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
  ControllerSealing,
  EntryToFill,
  FileChange,
  Obstacle,
  PlannedFile,
  PlannedSecret,
  PlanNote,
  RepositoryRole,
  SecretDraft,
  SecretShapeId,
  StatedConvention,
} from '../model';
import { PlanningView } from '../planning';
import { EditResult, YamlStyle } from '../yaml';
import { declaresTheSame } from './declaresTheSame';
import { Conventions } from './Layout';
import { mergeStated } from './mergeStated';
import { readDocuments } from './readDocuments';
import { secretMetadata } from './secretMetadata';

/** Where a file goes and what it is for. */
export interface FilePlace {
  readonly repository: RepositoryRole;
  readonly path: string;
  readonly purpose: string;
  readonly environment?: string;
}

/**
 * The files of a plan in the making. A file can be edited several times, also
 * one that the same plan creates.
 */
export class FileDrafts {
  readonly #view: PlanningView;
  readonly #style: Partial<Conventions['style']>;
  readonly #texts = new Map<string, { place: FilePlace; content: string }>();
  readonly #secrets = new Map<string, PlannedSecret>();
  readonly #notes: PlanNote[] = [];
  readonly #obstacles: Obstacle[] = [];
  readonly #entries: EntryToFill[] = [];
  readonly #stated: StatedConvention[] = [];

  constructor(view: PlanningView, style: Partial<Conventions['style']> = {}) {
    this.#view = view;
    this.#style = style;
  }

  /** Content as the plan leaves it so far; `undefined` when there is no such file. */
  read(repository: RepositoryRole, path: string): string | undefined {
    return (
      this.#texts.get(key(repository, path))?.content ??
      this.#view.of(repository).read(path)
    );
  }

  /**
   * A file that is made whole. When one is there, it is kept as it is; when it
   * declares something else, its name is taken.
   */
  create(place: FilePlace, content: string): void {
    const before = this.#view.of(place.repository).read(place.path);
    this.#set(place, before ?? content);
    if (before !== undefined && !declaresTheSame(before, content)) {
      this.#obstacles.push({
        rule: 'name-taken',
        ...violation('nameTaken.exists', { path: place.path }),
        evidence: [{ object: place.path }],
      });
    }
  }

  /** A file that is kept whatever it holds. */
  keep(place: FilePlace): void {
    this.#set(place, this.read(place.repository, place.path) ?? '');
  }

  /** Changes a file that is there, in the plan or in the repository. */
  edit(
    place: FilePlace,
    change: (text: string, usual?: YamlStyle) => EditResult,
  ): EditResult {
    const text = this.read(place.repository, place.path) ?? '';
    const result = change(text, this.#style[place.repository]);
    const known = this.#texts.get(key(place.repository, place.path));
    if (result.state !== 'refused') {
      this.#set(
        known?.place ?? place,
        result.state === 'edited' ? result.text : text,
      );
    }
    return result;
  }

  /**
   * A secret. One that exists as ciphertext is kept, and its values are not known.
   * Several environments may share one; two that differ never share a file.
   *
   * @param sealing - of a SealedSecret, which no creation rule covers
   */
  secret(
    place: Omit<FilePlace, 'repository'>,
    change: PlannedSecret['change'],
    secret: SecretDraft,
    shape?: SecretShapeId,
    sealing?: ControllerSealing,
  ): void {
    const known = this.#secrets.get(place.path);
    const isOther = known && !isSame(known.secret, secret);
    if (isOther && !this.#standsIn(place.path, secret)) {
      this.obstacle(twoInOneFile(place.path, known.secret, secret));
      return;
    }
    this.#secrets.set(place.path, {
      kind: 'secret',
      repository: 'platform',
      ...place,
      ...(known && { environment: undefined }),
      change,
      secret: known ? mergeShared(known.secret, secret) : secret,
      ...(shape && { shape }),
      ...(sealing && this.#style.platform && { style: this.#style.platform }),
      encryption: sealing ?? this.#view.encryption(place.path),
    });
  }

  /** How a secret that is made is written. */
  shapeOf(path: string): SecretShapeId | undefined {
    return this.#secrets.get(path)?.shape;
  }

  /** For whom a secret that is made is sealed. */
  sealingOf(path: string): ControllerSealing | undefined {
    const encryption = this.#secrets.get(path)?.encryption;
    return encryption?.state === 'sealed' ? encryption : undefined;
  }

  note(note: PlanNote): void {
    if (!this.#notes.some(({ text }) => text === note.text)) {
      this.#notes.push(note);
    }
  }

  entry(entry: EntryToFill): void {
    this.#entries.push(entry);
  }

  /** What stands in the way of several files is said once. */
  obstacle(obstacle: Obstacle): void {
    const text = JSON.stringify(obstacle);
    if (!this.#obstacles.some(other => JSON.stringify(other) === text)) {
      this.#obstacles.push(obstacle);
    }
  }

  /** Something that the repositories do in their own way, and these files do too. */
  state(convention: StatedConvention): void {
    this.#stated.push(convention);
  }

  get result(): {
    readonly files: readonly PlannedFile[];
    readonly notes: readonly PlanNote[];
    readonly obstacles: readonly Obstacle[];
    readonly entries: readonly EntryToFill[];
    readonly stated: readonly StatedConvention[];
  } {
    const texts = [...this.#texts.values()].map(
      ({ place, content }): PlannedFile => {
        const before = this.#view.of(place.repository).read(place.path);
        return {
          kind: 'text',
          ...place,
          change: changeOf(before, content),
          ...(before !== undefined && { before }),
          content,
        };
      },
    );
    return {
      files: [...this.#secrets.values(), ...texts].sort(byRepository),
      notes: this.#notes,
      obstacles: this.#obstacles,
      entries: this.#entries,
      stated: mergeStated(this.#stated),
    };
  }

  /** A file that is there may hold several Secrets. */
  #standsIn(path: string, { name }: SecretDraft): boolean {
    return readDocuments(this.#view.platform.read(path)).some(
      document => secretMetadata(document)?.name === name,
    );
  }

  #set(place: FilePlace, content: string): void {
    this.#texts.set(key(place.repository, place.path), { place, content });
  }
}

/** The platform's first: it is merged first. Otherwise the order of making stays. */
function byRepository(one: PlannedFile, other: PlannedFile): number {
  const rank = ({ repository }: PlannedFile) =>
    repository === 'platform' ? 0 : 1;
  return rank(one) - rank(other);
}

function key(repository: RepositoryRole, path: string): string {
  return `${repository}:${path}`;
}

function changeOf(before: string | undefined, content: string): FileChange {
  if (before === undefined) {
    return 'create';
  }
  return before === content ? 'none' : 'edit';
}

function isSame(one: SecretDraft, other: SecretDraft): boolean {
  return one.name === other.name && one.namespace === other.namespace;
}

function twoInOneFile(
  path: string,
  one: SecretDraft,
  other: SecretDraft,
): Obstacle {
  return {
    rule: 'clear-conventions',
    ...violation('secretPath.shared', {
      path,
      secrets: [one, other].map(
        ({ namespace, name }) => `${namespace}/${name}`,
      ),
      placeholders:
        one.name === other.name
          ? ['{databasesNamespace}', '{appNamespace}']
          : ['{secret}'],
    }),
  };
}

/** A secret for several environments says only what is true of all. */
function mergeShared(one: SecretDraft, other: SecretDraft): SecretDraft {
  const common = (these: SecretDraft['labels'], those: SecretDraft['labels']) =>
    Object.fromEntries(
      Object.entries(these).filter(([name, value]) => those[name] === value),
    );
  return {
    ...one,
    labels: common(one.labels, other.labels),
    annotations: common(one.annotations, other.annotations),
  };
}
