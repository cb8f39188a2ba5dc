using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Product;

return await CommandLine.RunAsync(args, UpCommand.Create(new LocalProduct()));
