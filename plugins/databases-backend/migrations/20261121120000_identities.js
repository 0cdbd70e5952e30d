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

// @ts-check

/**
 * Which databases there were, for a Kubernetes cluster that does not answer when
 * the portal starts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('identities', table => {
    table.comment('Databases as they were seen last');
    table.text('database').primary();
    table.text('kubernetes_cluster').notNullable();
    table.text('identity').notNullable().comment('JSON');
    table.string('at', 24).notNullable();
  });
  await knex.schema.createTable('contacts', table => {
    table.comment('When everything of a Kubernetes cluster was seen last');
    table.text('kubernetes_cluster').primary();
    table.string('at', 24).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('contacts');
  await knex.schema.dropTable('identities');
};
