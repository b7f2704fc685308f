//! The integration tests, one binary.

mod api;
mod breadth;
mod breadth_marks;
mod breadth_speech;
mod browser;
mod case_files;
mod cases;
mod casts;
mod damage;
mod entities;
mod examples;
mod imports;
mod json;
mod locate;
mod marked;
mod novels;
mod programs;
mod properties;
mod registry;
mod sentences;
mod settings;
mod short;
mod snapshots;
mod surface;
mod tidy;
mod words;
