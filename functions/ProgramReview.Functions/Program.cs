using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Storage;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddProgramReview(builder.Configuration);

var app = builder.Build();
await app.Services.GetRequiredService<IStorageSetup>().EnsureAsync();
await app.RunAsync();
