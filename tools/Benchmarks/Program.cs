using ProgramReview.Benchmarks.Audit;
using ProgramReview.Benchmarks.Checks;
using ProgramReview.Benchmarks.Cycle;
using ProgramReview.Benchmarks.Engine;
using ProgramReview.Benchmarks.Forms;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Benchmarks.Pages;
using ProgramReview.Benchmarks.Receipts;

// A new group is a class that implements IBenchmark and a line here.
return await BenchmarkCommand.RunAsync(
    args,
    [
        new EngineBenchmark(),
        new AuditBenchmark(),
        new CycleBenchmark(),
        new ReceiptBenchmark(),
        new PagesBenchmark(),
        new FormBenchmark(),
        new ChecksBenchmark(),
    ],
    StoredRows.Command,
    WaitingCase.Command,
    VerifyCase.Command,
    CycleProcess.Command,
    FormProcess.Command
);
