using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ProgramReview.Host.Tests.App;

/// <summary>Functions that the local host must refuse at the start, one reason each.</summary>
internal static class Refused
{
    internal sealed class BlobTriggerAttribute : TriggerBindingAttribute;

    internal static class UnknownTrigger
    {
        [Function("Unknown")]
        public static void Run([BlobTrigger] string blob) =>
            ArgumentNullException.ThrowIfNull(blob);
    }

    internal static class NoTrigger
    {
        [Function("None")]
        public static void Run(string text) => ArgumentNullException.ThrowIfNull(text);
    }

    internal static class Unbound
    {
        [Function("Unbound")]
        public static IResult Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unbound/{id}")]
                HttpRequest request,
            string ident
        ) => Results.Text(request.Method + ident);
    }

    internal static class WrongRequest
    {
        [Function("WrongRequest")]
        public static void Run([HttpTrigger(AuthorizationLevel.Anonymous)] string request) =>
            ArgumentNullException.ThrowIfNull(request);
    }

    internal static class SameName
    {
        [Function("twice")]
        public static void One([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            ArgumentNullException.ThrowIfNull(request);

        [Function("Twice")]
        public static void Two([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            ArgumentNullException.ThrowIfNull(request);
    }

    internal static class SameRoute
    {
        [Function("RouteOne")]
        public static void One(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "same/{a}")]
                HttpRequest request
        ) => ArgumentNullException.ThrowIfNull(request);

        [Function("RouteTwo")]
        public static void Two(
            [HttpTrigger(AuthorizationLevel.Anonymous, "POST", Route = "Same/{b}")]
                HttpRequest request
        ) => ArgumentNullException.ThrowIfNull(request);
    }

    internal static class BadRoute
    {
        [Function("BadRoute")]
        public static void Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, Route = "bad/{a")] HttpRequest request
        ) => ArgumentNullException.ThrowIfNull(request);
    }

    internal static class BadSchedule
    {
        [Function("BadSchedule")]
        public static void Run([TimerTrigger("every day")] TimerInfo timer) =>
            ArgumentNullException.ThrowIfNull(timer);
    }

    internal static class MissingSetting
    {
        [Function("MissingSetting")]
        public static void Run([TimerTrigger("%Nowhere%")] TimerInfo timer) =>
            ArgumentNullException.ThrowIfNull(timer);
    }

    internal static class MissingConnection
    {
        [Function("MissingConnection")]
        public static void Run(
            [QueueTrigger("blob-created", Connection = "Elsewhere")] string message
        ) => ArgumentNullException.ThrowIfNull(message);
    }

    internal static class LostTask
    {
        [Function("LostTask")]
        public static ValueTask Run([TimerTrigger("00:01:00")] TimerInfo timer) =>
            timer.IsPastDue ? ValueTask.CompletedTask : default;
    }

    internal static class SystemKey
    {
        [Function("SystemKey")]
        public static void Run([HttpTrigger(AuthorizationLevel.System)] HttpRequest request) =>
            ArgumentNullException.ThrowIfNull(request);
    }
}
