import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;
type RulesByField = ReturnType<Storage['groupByPropertyName']>;

const remembering = new WeakSet<Storage>();

/**
 * class-validator looks through the rules of all classes for every object that it checks, because one of them may be inherited:
 * with hundreds of forms that was more than the checking itself. The rules of a class are there once its code is loaded, so
 * they are looked for once; should another class be loaded later, again.
 */
export const rememberRules = (storage = getMetadataStorage()): void => {
  if (remembering.has(storage)) {
    return;
  }
  remembering.add(storage);
  const [find, group, add] = [storage.getTargetValidationMetadatas.bind(storage), storage.groupByPropertyName.bind(storage), storage.addValidationMetadata.bind(storage)];
  let rulesOf = new WeakMap<object, Rules>();
  const groups = new WeakMap<Rules, RulesByField>();

  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, wanted) => {
    // We check whole forms; who asks for a part of the rules, or for those of no class, is answered anew.
    if (schema || always || strictGroups || wanted?.length || typeof target !== 'function') {
      return find(target, schema, always, strictGroups, wanted);
    }
    const known = rulesOf.get(target) ?? find(target, schema, always, strictGroups, wanted);
    rulesOf.set(target, known);
    return known;
  };
  storage.groupByPropertyName = (rules) => {
    const known = groups.get(rules) ?? group(rules);
    groups.set(rules, known);
    return known;
  };
  storage.addValidationMetadata = (rule) => {
    rulesOf = new WeakMap();
    add(rule);
  };
};
