using System.CommandLine;
using ProgramReview.FunctionsHost;

// By this the durable extension would take any container for Azure itself and write its platform's log lines.
Environment.SetEnvironmentVariable("CONTAINER_NAME", null);

var app = new Option<DirectoryInfo>("--app")
{
    Description = "The folder of the published app.",
    Required = true,
};
var port = new Option<int>("--port")
{
    Description = "Where requests are answered, on 127.0.0.1.",
    DefaultValueFactory = _ => 7071,
};
var azurite = new Option<string?>("--azurite")
{
    Description =
        "Host and blob port of Azurite, queues and tables on the two ports after it; 127.0.0.1:10000 by default.",
};
var verbose = new Option<bool>("--verbose")
{
    Description = "Shows what the extensions and the worker log, too.",
};
var command = new RootCommand(
    "Runs a published .NET isolated app on the real extensions, without the Functions host."
)
{
    app,
    port,
    azurite,
    verbose,
};
command.SetAction(
    (parsed, stopping) =>
        FunctionsHostProgram.RunAsync(
            new HostOptions(
                parsed.GetValue(app)!.FullName,
                parsed.GetValue(port),
                parsed.GetValue(azurite),
                parsed.GetValue(verbose)
            ),
            stopping
        )
);
return await command
    .Parse(args)
    .InvokeAsync(
        new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) }
    );
