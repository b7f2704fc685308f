//! Tests that look inside: `rules_test.rs` walks the tables of rules, `work_test.rs` and `locate_work_test.rs` count
//! steps.

mod locate_work_test;
mod rules_test;
mod work_test;
