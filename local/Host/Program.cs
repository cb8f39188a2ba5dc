using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Product;
using ProgramReview.Local.Host.Reading;
using ProgramReview.Local.Host.Simulation;

return await CommandLine.RunAsync(
    args,
    UpCommand.Create(new LocalProduct(), SimulatedCycle.PlayAsync),
    RehearseCommand.Create(),
    SimulateCommand.Create(),
    PlanCommand.Create(),
    CheckCommand.Create(),
    AuditCommand.Create(new LocalProduct()),
    PurgeCommand.Create(new LocalProduct()),
    VerifyCommand.Create(),
    DossierCommand.Create(),
    ReceiptKeysCommand.Create(),
    ReadChildCommand.Create()
);
