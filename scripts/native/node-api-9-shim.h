// better-sqlite3 keeps references to strings, which Node-API allows since version 10. The fallback
// Electron offers version 9, where only objects, functions and symbols may be referenced. This
// header, put before every source file, boxes any other value: the reference then holds a fresh
// array-like object whose element 0 is the value. The type tag tells our boxes from real objects.
#ifndef KARTOTEKA_NODE_API_9_SHIM_H
#define KARTOTEKA_NODE_API_9_SHIM_H
#include <node_api.h>

static const napi_type_tag kartoteka_box_tag = {0x6b6172746f74656bULL, 0x615f6170695f3921ULL};

static inline napi_status kartoteka_create_reference(napi_env env, napi_value value,
                                                     uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_symbol) {
    return napi_create_reference(env, value, count, result);
  }
  napi_value box;
  if ((status = napi_create_object(env, &box)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &kartoteka_box_tag)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  return napi_create_reference(env, box, count, result);
}

static inline napi_status kartoteka_get_reference_value(napi_env env, napi_ref ref,
                                                        napi_value* result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  if (status != napi_ok || *result == nullptr) return status;
  napi_valuetype type;
  if ((status = napi_typeof(env, *result, &type)) != napi_ok) return status;
  bool boxed = false;
  if (type == napi_object) {
    status = napi_check_object_type_tag(env, *result, &kartoteka_box_tag, &boxed);
    if (status != napi_ok) return status;
  }
  return boxed ? napi_get_element(env, *result, 0, result) : napi_ok;
}

#define napi_create_reference kartoteka_create_reference
#define napi_get_reference_value kartoteka_get_reference_value
#endif
