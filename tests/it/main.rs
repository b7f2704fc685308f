//! The integration tests, one binary.

mod sentences;
