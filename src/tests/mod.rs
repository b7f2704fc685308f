//! Tests that look inside: `rules_test.rs` walks the tables of rules, `work_test.rs` counts steps.

mod rules_test;
mod work_test;
