//! Speakers joined over documents: who is the same, who is not, and why.

use whosaid::registry::{Person, Registry, Why};
use whosaid::{Attributor, Gender};

fn people(texts: &[&str]) -> Vec<Person> {
    let attributor = Attributor::new();
    let mut registry = Registry::new();
    for text in texts {
        registry.add(&attributor.attribute(text));
    }
    registry.people()
}

fn names(people: &[Person]) -> Vec<(&str, usize)> {
    let mut names: Vec<_> = people.iter().map(|person| (person.name(), person.documents())).collect();
    names.sort_unstable();
    names
}

#[test]
fn full_names_are_one_titles_and_initials_aside() {
    let people = people(&[
        "“It rains,” said Ana Ruiz.",
        "“It pours,” said Dr. Ana Ruiz.",
        "“It snows,” said Ana M. Ruiz.",
        "“It rains,” said Tom Lee.",
    ]);
    assert_eq!(names(&people)[1..], [("Tom Lee", 1)]);
    assert_eq!(names(&people)[0].1, 3);
    assert!(people[0].members()[1..].iter().all(|member| member.why() == Why::FullName));
}

#[test]
fn a_surname_is_joined_where_nobody_else_has_it() {
    let one = people(&["“It rains,” said Ana Ruiz.", "“It pours,” Ruiz said."]);
    assert_eq!(names(&one), [("Ana Ruiz", 2)]);
    assert_eq!(one[0].members()[1].why(), Why::Surname);
    let two = people(&["“It rains,” said Ana Ruiz.", "“No,” said Carl Ruiz.", "“It pours,” Ruiz said."]);
    assert_eq!(names(&two), [("Ana Ruiz", 1), ("Carl Ruiz", 1), ("Ruiz", 1)]);
}

#[test]
fn gender_keeps_apart() {
    let people = people(&["“It rains,” said Ana Ruiz. She left.", "“It pours,” said Mr. Ruiz."]);
    assert_eq!(people.len(), 2);
    assert!(people.iter().any(|person| person.gender() == Some(Gender::Masculine)));
}

#[test]
fn two_of_a_document_are_never_one() {
    let attributor = Attributor::new();
    let mut registry = Registry::new();
    for text in [
        "“It rains,” said Ana Ruiz. “No,” said Carl Ruiz.",
        "“It rains,” said Ana Ruiz, and Ruiz Brothers said it did.",
    ] {
        registry.add(&attributor.attribute(text));
    }
    for person in registry.people() {
        let mut documents: Vec<usize> = person.members().iter().map(|member| member.document()).collect();
        documents.dedup();
        assert_eq!(documents.len(), person.members().len());
    }
}

#[test]
fn cues_are_counted() {
    let people = people(&["“It rains,” said Ana Ruiz. “It pours,” she added. “It snows,” she said."]);
    let cues: Vec<_> = people[0].cues().iter().map(|cue| (cue.cue(), cue.count())).collect();
    assert_eq!(cues, [("said", 2), ("added", 1)]);
}
