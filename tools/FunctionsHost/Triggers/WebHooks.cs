using Microsoft.Azure.WebJobs.Host.Config;
using ProgramReview.FunctionsHost.Http;

namespace ProgramReview.FunctionsHost.Triggers;

/// <summary>The addresses of the extensions' own endpoints, which the durable extension asks for.</summary>
#pragma warning disable CS0618 // The extension asks for it, so the host must have it.
internal sealed class WebHooks(Uri address) : IWebHookProvider
{
    /// <inheritdoc/>
    public Uri GetUrl(IExtensionConfigProvider extension) => new(address, DurableRoutes.Path);
}
