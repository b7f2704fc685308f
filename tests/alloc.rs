//! How much is allocated for a text: not for each token, and with a kept scratch only for the results.

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use whosaid::{Attributor, Genre, Scratch};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const SENTENCE: &str = "The board said on Monday that the old bridge would be closed for a week. ";

fn allocations(work: impl FnOnce()) -> usize {
    let region = Region::new(ALLOCATOR);
    work();
    let change = region.change();
    change.allocations + change.reallocations
}

// One test, since others at the same time would be counted too.
#[test]
fn allocations_do_not_grow_with_the_tokens() {
    let attributor = Attributor::builder().genre(Genre::News).build();
    let plain =
        "It was old and the rain was cold and there was nothing to be done about it at all. ".repeat(2000);
    let mut scratch = Scratch::default();
    drop(attributor.attribute_with(&mut scratch, &plain));
    let again = allocations(|| drop(attributor.attribute_with(&mut scratch, &plain)));
    // the list of sentences grows by doubling
    assert!(again <= 24, "{again} allocations for 40,000 tokens without a quotation");

    let text = SENTENCE.repeat(500);
    drop(attributor.attribute_with(&mut scratch, &text));
    let again = allocations(|| drop(attributor.attribute_with(&mut scratch, &text)));
    assert!(again <= 100, "{again} allocations for 500 quotes of one body");

    let short = "“Rates will fall,” Ana Ruiz said.";
    drop(attributor.attribute_with(&mut scratch, short));
    let with = allocations(|| drop(attributor.attribute_with(&mut scratch, short)));
    let without = allocations(|| drop(attributor.attribute(short)));
    assert!(with <= 24, "{with} allocations for a sentence with a kept scratch");
    assert!(without <= 60, "{without} allocations for a sentence");
}
