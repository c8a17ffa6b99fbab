//! Compiles the library for the web; leaves out the original's look for a newer release of itself.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    env_logger::init();
    match wasm_pack::command::run_wasm_pack(wasm_pack::Cli::parse().cmd) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wasm-pack: {error:?}");
            ExitCode::FAILURE
        }
    }
}
