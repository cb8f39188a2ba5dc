using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Storage;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddProgramReview(builder.Configuration);

// Invocations join the host's traces; where they go is the settings' to say.
builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();

var app = builder.Build();
await app.Services.GetRequiredService<IStorageSetup>().EnsureAsync();
await app.RunAsync();
